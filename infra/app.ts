import { checkByRulePacks } from './nag.ts'
import { newApp } from './new-app.ts'
import { PipelineStack } from './pipeline-stack.ts'
import { readSettings, type Settings } from './settings.ts'

const app = newApp()
const settings = settingsOrEnd()
const name = settings.stage === undefined ? 'DigestMetrics' : `DigestMetrics-${settings.stage}`
new PipelineStack(app, name, { settings })
// The CDK's own switch for checks of the template.
if (process.env.CDK_VALIDATION !== 'false') checkByRulePacks(app)
app.synth()

/** A wrong setting is told in its own words: a stack trace would hide them. */
function settingsOrEnd(): Settings {
  try {
    return readSettings(app.node)
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}
