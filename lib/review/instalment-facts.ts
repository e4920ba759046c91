import type { InstalmentFact, PaymentFact } from '@/lib/rules/exposure'
import { instalmentState, type InstalmentState } from '@/lib/rules/instalment-life'
import type { FundPayment } from '@/lib/store/payments'
import { stepsOf, type Instalment } from '@/lib/store/instalments'

/** Where a stored proposal stands. */
export const stateOf = (instalment: Instalment): InstalmentState => instalmentState(stepsOf(instalment))

/** What of a stored proposal concerns money. */
export const instalmentFact = (instalment: Instalment): InstalmentFact => ({
  seq: instalment.seq,
  state: stateOf(instalment),
  yuan: instalment.yuan,
  isReopened: instalment.isReopened,
})

/** The same of a payment. */
export const paymentFact = ({ answer, ...payment }: FundPayment): PaymentFact => ({
  seq: payment.seq,
  instalment: payment.instalment,
  decision: payment.decision,
  yuan: payment.yuan,
  reverses: payment.reverses,
  confirmed: answer?.confirmed ?? null,
})
