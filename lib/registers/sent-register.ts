import type { Register } from './read-register'
import { packedRows } from './saved-row'
import { toldOf } from './told-of'

/** A register of no more rows, and of no more that was counted before, comes with its page. */
const MOST_WITH_PAGE = 150
/** Of a larger one so many rows do, a screenful and more; the rest follows. */
const FIRST_ROWS = 40

/** A register as it is sent to a browser: all of it, or its first rows with what is said of them. */
export interface SentRegister extends Pick<Register, 'earlier' | 'submitted'> {
  readonly isWhole: boolean
  /** As packRows packs them. */
  readonly rows: string
  readonly told: ReturnType<typeof toldOf>
  /** How many rows stand in it. */
  readonly standing: number
  /** How much was counted before. */
  readonly before: number
  /** Another text as soon as there is anything new in it. */
  readonly state: string
}

/** All of a register. */
export function wholeRegister(register: Register): SentRegister {
  const all = [...register.rows, ...register.removed]
  const told = toldOf(register)
  return {
    isWhole: true,
    rows: packedRows(all),
    told,
    earlier: register.earlier,
    submitted: register.submitted,
    standing: register.rows.length,
    before: register.earlier.length,
    state: [
      all.length,
      all.reduce((sum, { version }) => sum + version, 0),
      all.reduce((last, { changedAt }) => Math.max(last, changedAt.getTime()), 0),
      register.submitted.length,
      register.earlier.length,
      told.standing.total,
      told.standing.fresh,
      Object.keys(told.standing.rows).length,
      told.declaration?.version ?? 0,
    ].join('.'),
  }
}

/** What comes with the page: all of a small register; the beginning of a large one, whose page is there before its rows are. */
export function registerWithPage(register: Register): SentRegister {
  const whole = wholeRegister(register)
  if (register.rows.length + register.removed.length <= MOST_WITH_PAGE && whole.before <= MOST_WITH_PAGE)
    return whole
  const rows = register.rows.slice(0, FIRST_ROWS)
  const ids = new Set(rows.map(({ id }) => id))
  const { told } = whole
  const said = Object.entries(told.standing.rows).filter(([id]) => ids.has(id))
  return {
    ...whole,
    isWhole: false,
    rows: packedRows(rows),
    told: { ...told, standing: { ...told.standing, rows: Object.fromEntries(said) } },
    earlier: register.earlier.slice(0, FIRST_ROWS),
    submitted: whole.submitted.filter((id) => ids.has(id)),
  }
}
