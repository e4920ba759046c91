/**
 * npm run bench: what the promises of speed are measured by. Only ratios within one run are promised; absolute times are
 * this machine's. Exit status 1 when a goal is missed.
 */
import { textTable } from '@/lib/commands/text-table'
import { benchRules } from './rules'

const say = (line: string) => process.stdout.write(`${line}\n`)

const goals = await benchRules(say)
say('')
const rows = goals.map(({ name, measured, goal, met }) => [name, measured, goal, met ? 'met' : 'MISSED'])
say(textTable(['rules', 'measured', 'goal', 'result'], rows, (column) => column === 1))
process.exitCode = goals.every(({ met }) => met) ? 0 : 1
