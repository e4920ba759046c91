import 'server-only'
import { NextResponse } from 'next/server'
import { Refusal } from '@/lib/values'

/** Back to the page that it was asked for on, which says that no document could be made and what to do instead. */
export function paperNotMade(error: Error, back: string): Response {
  console.error(error)
  return new NextResponse(null, { status: 303, headers: { Location: back } })
}

/** A document, or the way back where none could be made. */
export async function orNotMade(back: string, made: () => Promise<Response>): Promise<Response> {
  try {
    return await made()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'documentNotMade') throw error
    return paperNotMade(error, back)
  }
}
