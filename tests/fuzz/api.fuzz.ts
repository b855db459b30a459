/** Requests of every kind to a small archive in memory: no 5xx, no hang, no cursor that was not given out. */
export { anyRequestIsAnswered as property } from '../api/any-request.ts'
