import type { Prisma } from './generated/client'

/** A figure as the plain decimal string that crosses every border: no exponent, no trailing zeros. */
export function decimalString(value: Prisma.Decimal): string
export function decimalString(value: Prisma.Decimal | null): string | null
export function decimalString(value: Prisma.Decimal | null): string | null {
  return value === null ? null : value.toFixed()
}

/** A calendar date as `2022-10-12`. */
export const dateString = (date: Date): string => date.toISOString().slice(0, 10)

/** A `2022-10-12` as the database takes it. */
export const dateOf = (text: string): Date => new Date(`${text}T00:00:00Z`)
