import 'server-only'
import { NextResponse } from 'next/server'
import type { Period } from '@/lib/values'

/** Back to the city's page, which says that no document could be made and what to do instead. */
export function paperNotMade(error: Error, city: string, period: Period): Response {
  console.error(error)
  const back = `/cities/${city}?asOf=${period}&paper=none`
  return new NextResponse(null, { status: 303, headers: { Location: back } })
}
