/** npm run bench: what the promises of speed are measured by. Ratios within one run; absolute times are this machine's. */
import { benchRules } from './rules'

for (const line of benchRules()) process.stdout.write(`${line}\n`)
