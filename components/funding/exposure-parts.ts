import type { Exposure } from '@/lib/rules/exposure'

/** The bar of an exposure: its parts one after another, in thousandths; empty ones are left out. */
export function exposureParts(exposure: Exposure) {
  const sums = [
    { part: 'paid', yuan: exposure.firstPaid + exposure.secondPaid },
    { part: 'pending', yuan: exposure.firstPending + exposure.secondPending },
    { part: 'open', yuan: exposure.open },
    { part: 'notGranted', yuan: exposure.notGranted },
  ] as const
  const whole = sums.reduce((sum, { yuan }) => sum + yuan, 0n)
  const at = (yuan: bigint): number => (whole === 0n ? 0 : Number((yuan * 1000n) / whole))
  let before = 0n
  return sums.flatMap(({ part, yuan }) => {
    const from = at(before)
    before += yuan
    return yuan > 0n ? [{ part, from, width: at(before) - from }] : []
  })
}
