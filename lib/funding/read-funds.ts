import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { fundForms, type FundForm } from '@/lib/notice'
import { approvedOf } from '@/lib/planning/version-in-hand'
import { stillPayable } from '@/lib/rules/exposure'
import { fundBalances, type SourceBalance } from '@/lib/rules/fund-balance'
import { compareCodes, type PlanTask } from '@/lib/rules/plan-task'
import { bySource } from '@/lib/rules/plan-tree'
import { readCity, type City } from '@/lib/store/cities'
import { readFundEntries, type FundEntry } from '@/lib/store/funds'
import { readFundPayments, type FundPayment } from '@/lib/store/payments'
import { readMonitorReasons, type MonitorReason } from '@/lib/store/monitor-reasons'
import { readPlanTasks, readPlanVersions } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { paymentFact } from '@/lib/review/instalment-facts'
import { dayOf } from '@/lib/values'

/** What was spent on a task beside what it has, by source. */
export interface TaskSpending {
  readonly task: PlanTask
  readonly spent: Readonly<Record<'central' | 'local' | 'social', bigint>>
}

/** A city's money. */
export interface FundsPage {
  readonly city: City
  readonly now: Date
  readonly today: string
  readonly balances: readonly SourceBalance[]
  /** Latest first. */
  readonly entries: readonly (FundEntry & { readonly isReversed: boolean })[]
  /** The lowest tasks of the plan that holds, and any other on which money was spent. */
  readonly tasks: readonly TaskSpending[]
  readonly byForm: readonly { readonly form: FundForm; readonly yuan: bigint }[]
  readonly payments: readonly FundPayment[]
  /** How much of the first instalment may still be recorded. */
  readonly payable: bigint
  /** Whether what the ministry paid is what the city received of central money. */
  readonly reconciled: { readonly paid: bigint; readonly received: bigint; readonly difference: bigint }
  readonly reasons: readonly MonitorReason[]
}

/** @throws AccessRefused notFound */
export function readFunds(permit: Permit<'funds.read'>): Promise<FundsPage> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const entries = await readFundEntries(work)
    const payments = await readFundPayments(work)
    const holds = approvedOf(await readPlanVersions(work))
    const planned = holds === null ? [] : await readPlanTasks(work, holds.version)
    const balances = fundBalances(entries)
    const reversed = new Set(entries.map(({ reverses }) => reverses))
    const paid = payments.reduce(
      (sum, { yuan, answer }) => (answer?.confirmed === true ? sum + yuan : sum),
      0n,
    )
    const received = balances.find(({ source }) => source === 'central')?.received ?? 0n
    return {
      city,
      now: work.now,
      today: dayOf(work.now),
      balances,
      entries: entries.map((each) => ({ ...each, isReversed: reversed.has(each.seq) })).toReversed(),
      tasks: spendingByTask(planned, entries),
      byForm: fundForms.map(({ code }) => ({
        form: code,
        yuan: entries.reduce((sum, { form, yuan }) => (form === code ? sum + yuan : sum), 0n),
      })),
      payments,
      payable: stillPayable(null, payments.map(paymentFact), []),
      reconciled: { paid, received, difference: received - paid },
      reasons: await readMonitorReasons(work),
    }
  })
}

function spendingByTask(planned: readonly PlanTask[], entries: readonly FundEntry[]): TaskSpending[] {
  const spent = new Set(entries.map(({ task }) => task))
  return planned
    .filter(({ code }) => spent.has(code) || !planned.some((other) => other.code.startsWith(`${code}.`)))
    .toSorted((a, b) => compareCodes(a.code, b.code))
    .map((task) => ({
      task,
      spent: bySource((source) =>
        entries.reduce(
          (sum, each) =>
            each.kind === 'spending' && each.task === task.code && each.source === source
              ? sum + each.yuan
              : sum,
          0n,
        ),
      ),
    }))
}
