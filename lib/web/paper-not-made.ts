import 'server-only'
import { NextResponse } from 'next/server'

/** Back to the page that it was asked for on, which says that no document could be made and what to do instead. */
export function paperNotMade(error: Error, back: string): Response {
  console.error(error)
  return new NextResponse(null, { status: 303, headers: { Location: back } })
}
