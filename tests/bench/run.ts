/**
 * npm run bench: what the promises of speed are measured by; `npm run bench -- save` measures one part alone. Only ratios
 * within one run are promised; absolute times are this machine's. Exit status 1 when a goal is missed, 64 for a part that
 * does not exist.
 */
import { textTable } from '@/lib/commands/text-table'
import { benchDashboard } from './dashboard'
import { benchDocuments } from './documents'
import type { Goal } from './goal'
import { benchRegister } from './register'
import { benchRules } from './rules'
import { benchSave } from './save'
import { benchScale } from './scale'
import { benchTyping } from './typing'
import { benchWorkbook } from './workbook'

const say = (line: string) => process.stdout.write(`${line}\n`)

const parts: Readonly<Record<string, (say: (line: string) => void) => Promise<readonly Goal[]>>> = {
  rules: benchRules,
  save: benchSave,
  typing: benchTyping,
  workbook: benchWorkbook,
  register: benchRegister,
  dashboard: benchDashboard,
  documents: benchDocuments,
  scale: benchScale,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in parts))
if (unknown !== undefined) {
  process.stderr.write(`没有“${unknown}”这一项，只有：${Object.keys(parts).join('、')}。\n`)
  process.stderr.write(`There is no part “${unknown}”; there are: ${Object.keys(parts).join(', ')}.\n`)
  process.exitCode = 64
} else {
  const goals: Goal[] = []
  for (const [name, bench] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const own = await bench(say)
    const rows = own.map(({ name: goal, measured, goal: promised, met }) => [
      goal,
      measured,
      promised,
      met ? 'met' : 'MISSED',
    ])
    say('')
    say(textTable([name, 'measured', 'goal', 'result'], rows, (column) => column === 1))
    goals.push(...own)
  }
  process.exitCode = goals.every(({ met }) => met) ? 0 : 1
}
