import { NextResponse } from 'next/server'
import { openExport } from '@/lib/exports/open-export'
import { Refusal } from '@/lib/values'
import { fileDownload } from '@/lib/web/file-response'
import { generalGet } from '@/lib/web/handler'

/** The file of an export, for the person who asked for it; what cannot be given says so on the page of the exports. */
export const GET = generalGet('export.ask', async (permit, request) => {
  try {
    const { file, content } = await openExport(permit, request.nextUrl.searchParams.get('id') ?? '')
    return fileDownload(file, content)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new NextResponse(null, { status: 303, headers: { Location: `/exports?refused=${error.code}` } })
  }
})
