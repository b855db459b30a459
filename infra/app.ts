import { checkByRulePacks } from './nag.ts'
import { newApp } from './new-app.ts'
import { PipelineStack } from './pipeline-stack.ts'
import { readSettings } from './settings.ts'

const app = newApp()
const settings = readSettings(app.node)
const name = settings.stage === undefined ? 'DigestMetrics' : `DigestMetrics-${settings.stage}`
new PipelineStack(app, name, { settings })
// The CDK's own switch for checks of the template.
if (process.env.CDK_VALIDATION !== 'false') checkByRulePacks(app)
app.synth()
