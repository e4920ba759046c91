import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import { sealDigest } from './evaluation'
import { within, written, type Fault } from './fault'
import { differs } from './first-difference'
import { isMoney } from './money'
import { isLoose, json, ledgerBodies, recordsOf, type Loose } from './pack-files'

type Files = ReadonlyMap<string, Uint8Array>

/** What every pack has, by the form it is in; what stands in these folders is in theirs. */
const FORMS = {
  'decisions.json': 'chengji.decisions/1',
  'evaluations.json': 'chengji.evaluations/1',
  'evidence.json': 'chengji.evidence/1',
  'explanations.json': 'chengji.explanations/1',
  'ledger.json': 'chengji.ledger/1',
  'money.json': 'chengji.money/1',
  'traces.json': 'chengji.traces/2',
  'versions.json': 'chengji.versions/1',
}
const FOLDERS: Readonly<Record<string, string>> = {
  evaluations: 'chengji.evaluation/1',
  instalments: 'chengji.instalmentDecision/1',
}

/** Nothing is missing, and nothing is in a form that nobody would look into. */
export function formFaults(files: Files): Fault[] {
  const inFolders = [...files.keys()].flatMap((name) => {
    const form = FOLDERS[name.split('/')[0] ?? '']
    return form !== undefined && name.includes('/') ? [[name, form] as const] : []
  })
  return [...Object.entries(FORMS), ...inFolders].flatMap(([name, form]) => {
    const value = json(files.get(name))
    return differs('packForm', name, form, isLoose(value) ? value.schema : undefined)
  })
}

/** Every file that names a city names that of the pack. */
export function cityFaults(files: Files, city: unknown): Fault[] {
  return [...files].flatMap(([name, bytes]) => {
    const value = name.endsWith('.json') ? json(bytes) : null
    return isLoose(value) && 'city' in value ? differs('packCity', `${name}#/city`, city, value.city) : []
  })
}

/** Each decision in the book of decisions is the content its digest was made of. */
export function decisionFaults(files: Files): Fault[] {
  return recordsOf(json(files.get('decisions.json')), 'decisions').flatMap(({ content, contentHash }, i) =>
    differs(
      'decisionContent',
      `decisions.json#/decisions/${String(i)}/contentHash`,
      digest(canonical(asCanonical(content))),
      contentHash,
    ),
  )
}

/** Each sealed evaluation is the one two people signed, as the ledger has it, and the ledger has no other. */
export function sealFaults(files: Files): { readonly seals: number; readonly faults: readonly Fault[] } {
  const index = recordsOf(json(files.get('evaluations.json')), 'evaluations')
  const named = ledgerBodies(json(files.get('ledger.json')), 'evaluation.sealed').map(
    ({ round, version, sha256, score }) => ({ round, version, sha256, score }),
  )
  const found = index.map(({ round, version, sha256, score }) => ({ round, version, sha256, score }))
  const faults = index.flatMap(({ reference, round, version, sha256, score }, i): Fault[] => {
    const name = sealedName(round, version)
    const value = json(files.get(name))
    const { city, round: frozen, sheet } = isLoose(value) ? value : {}
    const printed = [city, isLoose(frozen) ? frozen.name : undefined, version].map(String).join('-')
    return [
      ...differs('packSeal', `evaluations.json#/evaluations/${String(i)}/reference`, printed, reference),
      ...differs('packSeal', name, value === null ? undefined : sealDigest(value), sha256),
      ...differs('packSeal', `${name}#/sheet/total`, isLoose(sheet) ? sheet.total : undefined, score),
      ...schemeFaults(files, name, value),
    ]
  })
  return {
    seals: index.length,
    faults: [...faults, ...differs('packSealLedger', 'evaluations.json', named, found)],
  }
}

/** Weights by a decision are those of the decision in the book. */
function schemeFaults(files: Files, name: string, value: unknown): Fault[] {
  const { round, inputs } = isLoose(value) ? value : {}
  const decided = isLoose(round) ? round.schemeDecision : null
  const scheme = isLoose(inputs) ? inputs.scheme : null
  if (decided === null || !isLoose(scheme)) return []
  const content = decisionIn(files, decided)?.content
  const { method, weights, grades } = isLoose(content) ? content : {}
  return differs(
    'packGround',
    `${name}#/inputs/scheme`,
    { method, weights, grades },
    { method: scheme.method, weights: scheme.weights, grades: scheme.grades },
  )
}

const decisionIn = (files: Files, id: unknown): Loose | undefined =>
  recordsOf(json(files.get('decisions.json')), 'decisions').find((each) => each.id === id)

/** Where a sealed version stands in a pack. */
const sealedName = (round: unknown, version: unknown): string =>
  `evaluations/${String(round)}-${String(version)}.json`

/** Each decision on money rests on an evaluation and a band table that are in the pack; money and ledger say the same. */
export function moneyFaults(files: Files): Fault[] {
  const money = json(files.get('money.json'))
  const ledger = json(files.get('ledger.json'))
  if (!isMoney(money)) return []
  const decided = money.decisions.flatMap(({ number, yuan, inputsSha256 }): Fault[] => {
    const name = `instalments/${String(number)}.json`
    const file = json(files.get(name))
    if (!isLoose(file))
      return [{ code: 'packDecision', place: name, expected: written(inputsSha256), got: '∅' }]
    return [
      ...differs(
        'packDecision',
        name,
        { number, inputsSha256, yuan },
        { number: file.number, inputsSha256: file.inputsSha256, yuan: file.yuan },
      ),
      ...groundFaults(files, name, file),
    ]
  })
  const outcomes = ledgerBodies(ledger, 'instalment.decided', 'instalment.differs').map(({ seq }) => seq)
  // A portal that died between an entry and its outcome left the entry alone, from which the same follows.
  const alone = ledgerBodies(ledger, 'instalment.entered').filter(
    ({ seq }) => !outcomes.includes(seq) && money.decisions.some(({ number }) => number === seq),
  )
  const entered = [...ledgerBodies(ledger, 'instalment.decided'), ...alone]
    .map((body) => ({ number: Number(body.seq), yuan: body.entered }))
    .sort((a, b) => a.number - b.number)
  const reversed = ledgerBodies(ledger, 'instalment.reversed').map(({ seq }) => Number(seq))
  const recorded = ledgerBodies(ledger, 'payment.recorded').map((body) => ({
    number: body.seq,
    yuan: body.yuan,
    paidOn: body.paidOn,
    documentNumber: body.documentNumber,
  }))
  const confirmed = ledgerBodies(ledger, 'payment.confirmed').map(({ seq }) => seq)
  const entries = ledgerBodies(ledger, 'fund.receipt', 'fund.spending').map(
    ({ seq, source, yuan, day, task, reverses }) => ({
      number: seq,
      source,
      yuan,
      onDay: day,
      task,
      reverses,
    }),
  )
  return [
    ...decided,
    ...differs(
      'moneyLedger',
      'money.json#/decisions',
      entered.map((each) => ({ ...each, reversed: reversed.includes(each.number) })),
      money.decisions.map(({ number, yuan, reversed: isReversed }) => ({
        number,
        yuan,
        reversed: isReversed,
      })),
    ),
    ...differs(
      'moneyLedger',
      'money.json#/payments',
      recorded,
      money.payments.map(({ number, yuan, paidOn, documentNumber }) => ({
        number,
        yuan,
        paidOn,
        documentNumber,
      })),
    ),
    ...differs(
      'moneyLedger',
      'money.json#/payments',
      new Set(confirmed).size,
      money.payments.filter((each) => each.confirmed === true && confirmed.includes(each.number)).length,
    ),
    ...differs(
      'moneyLedger',
      'money.json#/entries',
      entries,
      money.entries.map(({ number, source, yuan, onDay, task, reverses }) => ({
        number,
        source,
        yuan,
        onDay,
        task,
        reverses,
      })),
    ),
  ]
}

function groundFaults(files: Files, name: string, { inputs }: Loose): Fault[] {
  const { evaluation, bandTable } = isLoose(inputs) ? inputs : {}
  if (!isLoose(evaluation) || !isLoose(bandTable)) return []
  const seal = recordsOf(json(files.get('evaluations.json')), 'evaluations').find(
    ({ round, version }) => round === evaluation.round && version === evaluation.version,
  )
  const table = decisionIn(files, bandTable.decision)
  const { content } = table ?? {}
  const place = `${name}#/inputs`
  return [
    ...differs(
      'packGround',
      within(place, 'evaluation'),
      { sha256: seal?.sha256, score: seal?.score },
      { sha256: evaluation.snapshotSha256, score: evaluation.score },
    ),
    ...differs(
      'packGround',
      within(place, 'bandTable'),
      { contentSha256: table?.contentHash, bands: isLoose(content) ? content.bands : undefined },
      { contentSha256: bandTable.contentSha256, bands: bandTable.bands },
    ),
  ]
}
