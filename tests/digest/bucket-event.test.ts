import { describe, expect, test } from 'vitest'
import { readBucketEvents } from '../../shared/digest/bucket-event.ts'

const notification = (eventName: string, object: object) =>
  JSON.stringify({
    Records: [{ eventName, s3: { bucket: { name: 'b' }, object: { key: 'k', sequencer: '0A', ...object } } }],
  })

const PADDED = `0a${'0'.repeat(62)}`

describe('a notification of S3', () => {
  test.each([
    ['ObjectCreated:Put', { versionId: 'v1', eTag: 'e' }, { what: 'stored', versionId: 'v1', etag: 'e' }],
    ['s3:ObjectCreated:CompleteMultipartUpload', { eTag: 'e-2' }, { what: 'stored', etag: 'e-2' }],
    ['ObjectRemoved:DeleteMarkerCreated', { versionId: 'v2' }, { what: 'deleted' }],
    ['ObjectRemoved:Delete', {}, { what: 'deleted' }],
    ['LifecycleExpiration:DeleteMarkerCreated', { versionId: 'v3' }, { what: 'deleted' }],
  ])('%s %j happened at its sequencer', (name, object, event) => {
    expect(readBucketEvents(notification(name, object))).toMatchObject([
      { ...event, key: 'k', sequencer: PADDED },
    ])
  })

  test.each([
    ['the deletion of one version', 'ObjectRemoved:Delete', { versionId: 'v1' }],
    ['the expiry of one version', 'LifecycleExpiration:Delete', { versionId: 'v1' }],
    ['no sequencer', 'ObjectCreated:Put', { sequencer: undefined }],
    ['a sequencer that is not hexadecimal', 'ObjectCreated:Put', { sequencer: 'xyz' }],
  ])('%s has no place in the order: the key is looked at', (_why, name, object) => {
    expect(readBucketEvents(notification(name, object))).toEqual([
      { what: 'unordered', bucket: 'b', key: 'k' },
    ])
  })

  test.each([
    ['a+b.txt', 'a b.txt'],
    ['a%2Bb%25.txt', 'a+b%.txt'],
    ['%E6%97%A5%E6%8A%A5/1.txt', '日报/1.txt'],
  ])('the key %s is %s', (key, decoded) => {
    expect(readBucketEvents(notification('ObjectCreated:Put', { key }))).toMatchObject([{ key: decoded }])
  })

  test('a key that is not form-encoded is refused by name', () => {
    expect(() => readBucketEvents(notification('ObjectCreated:Put', { key: '%zz' }))).toThrow('%zz')
  })

  test('the test event names no key', () => {
    expect(readBucketEvents('{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"b"}')).toEqual([])
  })

  test.each(['not json', '{}', '{"Records":[{}]}', '{"Records":[{"eventName":"ObjectTagging:Put"}]}'])(
    '%s is refused',
    (body) => {
      expect(() => readBucketEvents(body)).toThrow()
    },
  )
})
