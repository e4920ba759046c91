import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { formatDateTime, formatDay, words } from '@/lib/i18n'
import type { VisitWording } from '@/lib/store/evaluation-record'
import { grouped, type Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import { facts, heading, inPieces, plain } from './pieces'

/** What was noted on the spot: of each visit the wording that holds, with the digests of its photographs. */
export function visitBlocks({ frozen: { visits = [] } }: PaperEvaluation, locale: Locale): PaperBlock[] {
  const { evaluation, evaluationPapers } = words(locale)
  const said = evaluationPapers.visits
  const noted = [...grouped(visits, ({ visit }) => visit).values()].flatMap((each) => each.at(-1) ?? [])
  if (noted.length === 0) return [heading(1, evaluation.visit.title), { kind: 'paragraph', text: said.none }]
  return [
    heading(1, evaluation.visit.title),
    { kind: 'paragraph', text: said.said(String(noted.length)) },
    ...noted.flatMap((each) => [heading(2, each.place), facts(factsOf(each, locale))]),
  ]
}

function factsOf(
  { visitedOn, met, note, photos, seq, reason, byName, at }: VisitWording,
  locale: Locale,
): (readonly [string, PaperText])[] {
  const { evaluation, evaluationPapers } = words(locale)
  const { visit } = evaluation
  const said = evaluationPapers.visits
  return [
    [visit.visitedOn, plain(formatDay(locale, visitedOn))],
    [visit.met, plain(met)],
    [visit.note, plain(note)],
    [visit.photos, plain(photos.length === 0 ? visit.noPhotos : said.photos(String(photos.length)))],
    ...photos.map(
      ({ name, sha256 }, i) =>
        [said.photo(String(i + 1)), plain(`${name}\nSHA-256 ${inPieces(sha256)}`)] as const,
    ),
    [
      evaluationPapers.signatures.written,
      plain(`${evaluation.by(byName, formatDateTime(locale, at))}\n${visit.wording(String(seq))}`),
    ],
    ...(reason === '' ? [] : [[visit.reason, plain(reason)] as const]),
  ]
}
