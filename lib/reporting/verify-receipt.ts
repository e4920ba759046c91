import type { Permit } from '@/lib/access/authorize'
import { findReceipt, type FoundReceipt } from '@/lib/store/receipts'
import { begin } from '@/lib/store/work'

/** What a receipt number proves, for whoever holds it; null when no receipt has this number. */
export function verifyReceipt(
  permit: Permit<'receipt.verify'>,
  number: string,
): Promise<FoundReceipt | null> {
  return begin(permit, (work) => findReceipt(work, number))
}
