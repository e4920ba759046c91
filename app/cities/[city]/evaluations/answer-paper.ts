import { NextResponse, type NextRequest } from 'next/server'
import type { Permit } from '@/lib/access/authorize'
import { readEvaluationPaper } from '@/lib/assessment/read-evaluation-paper'
import { readStatementPaper } from '@/lib/assessment/read-statement-paper'
import { evaluationPaperName } from '@/lib/documents/papers/evaluation-part'
import { evaluationReport, scoreSheetPaper } from '@/lib/documents/papers/evaluation-report'
import type { PaperRequest } from '@/lib/documents/papers/quarterly-report'
import { selfEvaluation } from '@/lib/documents/papers/self-evaluation'
import { printPaper } from '@/lib/documents/print-paper'
import { knownMoment } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { paperRequest, sendPaper } from '@/lib/web/send-paper'

/**
 * A document of one version of an evaluation, as its address asks for it: report, score sheet or self-evaluation, PDF or Word,
 * in one language or both. `back`: the page it was asked for on. @throws AccessRefused notFound
 */
export async function answerPaper(
  permit: Permit<'evaluation.read' | 'assessment.do'>,
  { round, version }: { readonly round: string; readonly version: string },
  request: NextRequest,
  back: string,
): Promise<Response> {
  const asked = request.nextUrl.searchParams
  const wanted = await paperRequest(asked.get('language'))
  const number = /^\d{1,4}$/.test(version) ? Number(version) : 0
  const { paper, name, sealedAt } = await paperOf(permit, round, number, asked.get('kind'), wanted)
  const known = knownMoment(asked.get('known'))
  if (known !== null && (sealedAt === null || new Date(sealedAt) > known)) return toldThere(back, known)
  return sendPaper((kind) => printPaper(paper, kind), asked.get('format'), {
    name: name(await currentLocale()),
    back: `${back}?paper=none`,
  })
}

/** An evaluation does not look back: its page says so, and which version was sealed at the moment asked for. */
const toldThere = (back: string, known: Date): Response =>
  new NextResponse(null, {
    status: 303,
    headers: { Location: `${back}?known=${encodeURIComponent(known.toISOString())}` },
  })

async function paperOf(
  permit: Permit<'evaluation.read' | 'assessment.do'>,
  round: string,
  version: number,
  asked: string | null,
  wanted: PaperRequest,
) {
  const kind = asked === 'sheet' || asked === 'statement' ? asked : 'report'
  if (kind === 'statement') {
    const page = await readStatementPaper(permit, round, version)
    const name = (locale: (typeof wanted.locales)[0]) => evaluationPaperName(kind, page, locale)
    return { paper: selfEvaluation(page, wanted), name, sealedAt: page.signature?.at ?? null }
  }
  const page = await readEvaluationPaper(permit, round, version)
  const name = (locale: (typeof wanted.locales)[0]) => evaluationPaperName(kind, page, locale)
  const paper = (kind === 'sheet' ? scoreSheetPaper : evaluationReport)(page, wanted)
  return { paper, name, sealedAt: page.seal?.sealedAt ?? null }
}
