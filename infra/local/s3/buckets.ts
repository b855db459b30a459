import { REGION } from '../clients.ts'
import { listing } from './listing.ts'
import { type Operation, xmlAnswer } from './operation.ts'
import { S3Error } from './s3-error.ts'
import { xmlDocument } from './xml.ts'

const LISTED = ['prefix', 'delimiter', 'max-keys', 'encoding-type']

const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

export const BUCKETS: readonly Operation[] = [
  {
    name: 'ListBuckets',
    method: 'GET',
    at: 'service',
    run: ({ store }) =>
      xmlAnswer(
        xmlDocument('ListAllMyBucketsResult', {
          Owner: { ID: 'local' },
          Buckets: {
            Bucket: store
              .buckets()
              .map(({ name, created }) => ({ Name: name, CreationDate: created.toISOString() })),
          },
        }),
      ),
  },
  {
    name: 'ListObjectsV2',
    method: 'GET',
    at: 'bucket',
    needs: ['list-type'],
    takes: [...LISTED, 'continuation-token', 'start-after', 'fetch-owner'],
    run: ({ store, bucket, query }) => xmlAnswer(listing(bucket, store.list(bucket), query)),
  },
  {
    name: 'ListObjects',
    method: 'GET',
    at: 'bucket',
    takes: [...LISTED, 'marker'],
    run: ({ store, bucket, query }) => xmlAnswer(listing(bucket, store.list(bucket), query)),
  },
  {
    name: 'GetBucketLocation',
    method: 'GET',
    at: 'bucket',
    needs: ['location'],
    run({ store, bucket }) {
      store.list(bucket)
      // The first region has no name there.
      return xmlAnswer(xmlDocument('LocationConstraint', {}))
    },
  },
  {
    name: 'HeadBucket',
    method: 'HEAD',
    at: 'bucket',
    run({ store, bucket }) {
      store.list(bucket)
      return { status: 200, headers: { 'x-amz-bucket-region': REGION } }
    },
  },
  {
    name: 'CreateBucket',
    method: 'PUT',
    at: 'bucket',
    run({ store, bucket }) {
      if (!BUCKET_NAME.test(bucket))
        throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.')
      store.createBucket(bucket)
      return { status: 200, headers: { location: `/${bucket}` } }
    },
  },
  {
    name: 'DeleteBucket',
    method: 'DELETE',
    at: 'bucket',
    run({ store, bucket }) {
      store.deleteBucket(bucket)
      return { status: 204 }
    },
  },
]
