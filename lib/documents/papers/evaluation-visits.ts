import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { formatDateTime, formatDay, words } from '@/lib/i18n'
import type { VisitWording } from '@/lib/store/evaluation-record'
import { grouped, type Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import { evaluationLink } from './evaluation-part'
import { facts, heading, inPieces, plain } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** What was noted on the spot: of each visit the wording that holds, with the digests of its photographs. */
export function visitBlocks(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { evaluation, evaluationPapers } = words(locale)
  const said = evaluationPapers.visits
  const { visits = [] } = page.frozen
  const { link } = evaluationLink(page, request)
  const noted = [...grouped(visits, ({ visit }) => visit).values()].flatMap((each) => each.at(-1) ?? [])
  if (noted.length === 0) return [heading(1, evaluation.visit.title), { kind: 'paragraph', text: said.none }]
  return [
    heading(1, evaluation.visit.title),
    { kind: 'paragraph', text: said.said },
    facts([[said.count, { text: String(noted.length), link }]]),
    ...noted.flatMap((each) => [heading(2, each.place), facts(factsOf(each, link, locale))]),
  ]
}

function factsOf(
  { visitedOn, met, note, photos, seq, reason, byName, at }: VisitWording,
  link: string,
  locale: Locale,
): (readonly [string, PaperText])[] {
  const { evaluation, evaluationPapers } = words(locale)
  const { visit } = evaluation
  const said = evaluationPapers.visits
  return [
    [visit.visitedOn, plain(formatDay(locale, visitedOn))],
    [visit.met, plain(met)],
    [visit.note, plain(note)],
    [
      visit.photos,
      photos.length === 0 ? plain(visit.noPhotos) : { text: said.photos(String(photos.length)), link },
    ],
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
