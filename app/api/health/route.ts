import { NextResponse } from 'next/server'
import { databaseAnswers } from '@/lib/web/health'

export const dynamic = 'force-dynamic'

/** Public, for launchers and load balancers: whether this process and its database can serve. Says nothing else. */
export async function GET(): Promise<NextResponse> {
  const ok = await databaseAnswers()
  return NextResponse.json({ ok }, { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
