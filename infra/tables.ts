import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { BY_DATE_INDEX, KEY } from '../shared/store/keys.ts'
import type { Settings } from './settings.ts'

export interface TableProps {
  settings: Settings
}

const stringKey = (name: string) => ({ name, type: AttributeType.STRING })

class PipelineTable extends Table {
  constructor(scope: Construct, id: string, { settings, expires }: TableProps & { expires?: string }) {
    const kept = settings.removal === 'retain'
    super(scope, id, {
      partitionKey: stringKey(KEY.partition),
      sortKey: stringKey(KEY.sort),
      timeToLiveAttribute: expires,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: kept,
      removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
  }
}

/** Heads and items of digests; rows of superseded versions expire. */
export class ItemsTable extends PipelineTable {
  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id, { ...props, expires: KEY.expires })
    this.addGlobalSecondaryIndex({
      indexName: BY_DATE_INDEX.name,
      partitionKey: stringKey(BY_DATE_INDEX.partition),
      sortKey: stringKey(BY_DATE_INDEX.sort),
      // Only heads carry the keys of the index, and a listing shows most of a head.
      projectionType: ProjectionType.ALL,
    })
  }
}

/** Contributions, their roll-ups and the catalogue of metrics. */
export class MetricsTable extends PipelineTable {}
