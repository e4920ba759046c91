import type { Permit } from '@/lib/access/authorize'
import { isDay, readYuan } from '@/lib/planning/read-task'
import { writeFundPayment } from '@/lib/store/funds'
import { begin } from '@/lib/store/work'
import { cleanLine, dayOf, Refusal } from '@/lib/values'

/**
 * Records what the ministry paid to a city of the first instalment; it counts once another person has confirmed it.
 * @throws Refusal yuanWrong, dateWrong, paymentDocumentMissing, paymentOver
 */
export async function recordPayment(
  permit: Permit<'payment.record'>,
  text: { readonly yuan: string; readonly day: string; readonly documentNumber: string },
): Promise<void> {
  const yuan = readYuan(text.yuan)
  if (yuan === undefined || yuan === null || yuan === 0n)
    throw new Refusal('yuanWrong', { got: text.yuan.slice(0, 60) })
  const documentNumber = cleanLine(text.documentNumber)
  if (documentNumber === '') throw new Refusal('paymentDocumentMissing')
  await begin(permit, async (work) => {
    if (!isDay(text.day) || text.day > dayOf(work.now))
      throw new Refusal('dateWrong', { got: text.day.slice(0, 60), latest: dayOf(work.now) })
    await writeFundPayment(work, { yuan, paidOn: text.day, documentNumber })
  })
}
