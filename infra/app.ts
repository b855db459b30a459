import { App } from 'aws-cdk-lib'
import { PipelineStack } from './pipeline-stack.ts'
import { readSettings } from './settings.ts'

const app = new App()
new PipelineStack(app, 'DigestMetrics', { settings: readSettings(app.node) })
app.synth()
