import type pg from 'pg'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { enterInstalment } from '@/lib/funding/answer-instalment'
import { answerPayment } from '@/lib/funding/answer-payment'
import { proposeInstalment } from '@/lib/funding/propose-instalment'
import { recordPayment } from '@/lib/funding/record-payment'
import { proposeDecision, type Proposal } from '@/lib/review/propose-decision'
import { readDecision } from '@/lib/review/read-decision-book'
import { signDecision } from '@/lib/review/sign-decision'
import { demonstrationScheme } from '@/lib/rules'
import { playDecidingRound } from './evaluations'

type Find = (login: string) => Actor

/** In force from a day of the demonstration on, by documents that say of themselves that they are none. */
const BOOK: readonly {
  readonly by: string
  readonly signer: string
  readonly proposal: Omit<Proposal, 'city' | 'effectiveFrom' | 'endsOn'>
}[] = [
  {
    by: 'cnipa',
    signer: 'mof',
    proposal: {
      content: {
        kind: 'scoringScheme',
        method: demonstrationScheme.method,
        weights: demonstrationScheme.weights,
      },
      documentNumber: '演示财办〔2022〕19号',
      reason: '仅供演示：权重沿用演示评分办法，不是任何正式文件的规定。',
    },
  },
  {
    by: 'finance',
    signer: 'finance-approve',
    proposal: {
      content: {
        kind: 'bandTable',
        bands: [
          { from: '0', amount: '1000' },
          { from: '60', amount: '2500' },
          { from: '80', amount: '4000' },
          { from: '90', amount: '5000' },
        ],
      },
      documentNumber: '演示财办〔2022〕20号',
      reason: '仅供演示：分档和金额均为虚构，公开文件没有规定（解读 R12）。',
    },
  },
]
/** What the second person enters beside the proposal's amount; what is agreed on is paid. */
const CITIES = [
  { city: '910300', beside: 0n },
  { city: '920100', beside: 5_000_000n },
] as const

/**
 * Second instalments of the demonstration: one that two people came to and that was paid, and one that a difference stopped.
 * Without a document's weights and bands nothing is paid, here as anywhere. Interrupted, it goes on.
 */
export async function playInstalments(owner: pg.Client, find: Find): Promise<void> {
  const has = async (sql: string, ...values: string[]) => ((await owner.query(sql, values)).rowCount ?? 0) > 0
  for (const { by, signer, proposal } of BOOK) {
    const { documentNumber } = proposal
    if (await has('SELECT 1 FROM decision WHERE document_number = $1', documentNumber)) continue
    const whole = { ...proposal, city: null, effectiveFrom: '2022-10-08', endsOn: null }
    const id = await proposeDecision(authorize(find(by), 'decision.propose'), whole)
    const { now } = await readDecision(authorize(find(signer), 'decision.read'), id)
    const answer = { kind: 'approved', reason: '', effectsHash: now?.hash ?? '' } as const
    await signDecision(authorize(find(signer), 'decision.sign'), id, answer)
  }
  await playDecidingRound(owner, find)
  for (const { city, beside } of CITIES) {
    if (!(await has('SELECT 1 FROM instalment_proposal WHERE city = $1', city)))
      await proposeInstalment(authorize(find('finance'), 'instalment.propose', city))
    const { rows } = await owner.query<{ yuan: string }>(
      'SELECT yuan::text FROM instalment_amount WHERE city = $1',
      [city],
    )
    const yuan = BigInt(rows[0]?.yuan ?? '0')
    const answered = await has('SELECT 1 FROM instalment_answer WHERE city = $1', city)
    if (!answered)
      await enterInstalment(
        authorize(find('finance-approve'), 'instalment.answer', city),
        1,
        String(yuan - beside),
      )
    if (beside !== 0n || (await has('SELECT 1 FROM fund_payment WHERE city = $1 AND decision = 1', city)))
      continue
    await recordPayment(authorize(find('finance'), 'payment.record', city), {
      yuan: String(yuan),
      day: '2022-10-08',
      documentNumber: '演示财建〔2022〕66号',
      decision: 1,
    })
    await answerPayment(authorize(find('finance-approve'), 'payment.confirm', city), 2, {
      confirmed: true,
      reason: '',
    })
  }
}
