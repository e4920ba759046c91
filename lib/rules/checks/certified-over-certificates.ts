import { isQuarter, lastDayOf } from '@/lib/values'
import { identityOf } from '../identity'
import { listed } from './listed'
import type { CheckedReport, Found, HeldCertificate } from './types'

/**
 * More entities certified than certificates exist: a certificate is one entity's, and begins by the end of the quarter. An
 * entity is found if none of the certificates it brings is its own; one that states no number lacks it, which is said elsewhere.
 */
export function certifiedOverCertificates({ period, registers = [] }: CheckedReport): readonly Found[] {
  if (!isQuarter(period)) return []
  const end = lastDayOf(period)
  return registers.flatMap(({ indicator, certificates }): Found[] => {
    const holders = firstHolders(certificates)
    const brought = certificates
      .filter(({ since }) => since === null)
      .map((each) => ({ ...each, entity: identityOf(each), fault: faultOf(each, holders, end) }))
    const certified = new Set(brought.map(({ entity }) => entity))
    const proved = new Set(brought.filter(({ fault }) => fault.length === 0).map(({ entity }) => entity))
    if (certified.size === proved.size) return []
    const lines = brought
      .filter(({ entity }) => !proved.has(entity))
      .map(({ name, number, fault }) => [name, number, ...fault])
    return [
      {
        indicator,
        part: '',
        expected: { certificates: String(proved.size) },
        received: { entities: String(certified.size), ...listed(lines) },
        next: 'compareCertificates',
      },
    ]
  })
}

/** Who stated a certificate first, by its number: earlier quarters come before this one. */
function firstHolders(certificates: readonly HeldCertificate[]): ReadonlyMap<string, HeldCertificate> {
  const holders = new Map<string, HeldCertificate>()
  for (const each of certificates) {
    const key = keyOf(each)
    if (!holders.has(key)) holders.set(key, each)
  }
  return holders
}

/** Whose certificate it is, since when that is reported, and the day it begins; nothing where it is the entity's own. */
function faultOf(
  each: HeldCertificate,
  holders: ReadonlyMap<string, HeldCertificate>,
  end: string,
): readonly string[] {
  const holder = holders.get(keyOf(each)) as HeldCertificate
  if (identityOf(holder) !== identityOf(each)) return [holder.name, holder.since ?? '', '']
  return each.validFrom > end ? ['', '', each.validFrom] : []
}

/** A number as bodies write it one way or another: width, case and spaces make no other certificate. */
const keyOf = ({ number }: HeldCertificate): string =>
  number.normalize('NFKC').replace(/\s/g, '').toUpperCase()
