'use client'

import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { Told, UploadItem } from '@/lib/entry/upload-item'
import { Uploads } from '@/lib/entry/uploads'
import type { AnyRefusal } from '@/lib/i18n/refusal-sentence'
import type { Room } from '@/lib/evidence/read-room'
import type { Evidence, EvidenceTarget } from '@/lib/store/evidence-links'
import { postJson, uploadPort } from './upload-port'

/** What the evidence of one page shares: what stands where, and what is on its way. */
interface EvidenceOfPage {
  readonly city: string
  readonly canEdit: boolean
  /** What the city keeps and may keep, as it was when the page was made. */
  readonly room: Room
  readonly evidence: readonly Evidence[]
  /** How many files stand in one place. */
  readonly countAt: (place: EvidenceTarget) => number
  readonly uploads: Uploads
  /** Puts files somewhere or takes them away; what refuses it, or null. */
  readonly change: (
    place: EvidenceTarget,
    files: readonly string[],
    removed: boolean,
  ) => Promise<AnyRefusal | 'lost' | null>
}

const EvidenceContext = createContext<EvidenceOfPage | null>(null)

const purposeOf = ({ indicator, kind, target }: EvidenceTarget): string => `${indicator}|${kind}|${target}`

function placeOf(purpose: string): EvidenceTarget {
  const [indicator, kind, target] = purpose.split('|')
  return { indicator, kind, target } as EvidenceTarget
}

/** Around the figures, rows or explanations of a report whose evidence is shown. */
export function EvidenceProvider({
  city,
  period,
  initial,
  canEdit,
  room,
  children,
}: {
  city: string
  period: string
  initial: readonly Evidence[]
  /** Whether this person may attach anything in this report now; the server decides for each place. */
  canEdit: boolean
  room: Room
  children: ReactNode
}) {
  const [evidence, setEvidence] = useState(initial)
  const [shown, setShown] = useState(initial)
  // A page made anew by the server knows better.
  if (shown !== initial) {
    setShown(initial)
    setEvidence(initial)
  }
  const [{ uploads, put }] = useState(() => {
    const send = async (
      place: EvidenceTarget,
      files: readonly string[],
      removed: boolean,
    ): Promise<Told<{ evidence: readonly Evidence[] }>> => {
      const { indicator, kind, target } = place
      const answer = await postJson<{ evidence: readonly Evidence[] }>(
        `/api/cities/${city}/reports/${period}/evidence`,
        { indicator, kind, target, files, removed },
      )
      if (answer.kind === 'done') setEvidence(answer.value.evidence)
      return answer
    }
    const made = new Uploads(uploadPort(city), ({ purpose }, file) => send(placeOf(purpose), [file], false))
    return { uploads: made, put: send }
  })
  useLeaveGuard(uploads)
  const counts = useMemo(() => {
    const made = new Map<string, number>()
    for (const each of evidence) made.set(purposeOf(each), (made.get(purposeOf(each)) ?? 0) + 1)
    return made
  }, [evidence])
  const value = useMemo(
    () => ({
      city,
      canEdit,
      room,
      evidence,
      countAt: (place: EvidenceTarget) => counts.get(purposeOf(place)) ?? 0,
      uploads,
      change: async (place: EvidenceTarget, files: readonly string[], removed: boolean) => {
        const answer = await put(place, files, removed)
        return answer.kind === 'refused' ? answer.refusal : answer.kind === 'lost' ? ('lost' as const) : null
      },
    }),
    [city, canEdit, room, evidence, counts, uploads, put],
  )
  return <EvidenceContext value={value}>{children}</EvidenceContext>
}

/** Asks before a page is left whose uploads would stop. */
export function useLeaveGuard(uploads: Uploads): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (uploads.isBusy) event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    return () => {
      window.removeEventListener('beforeunload', guard)
    }
  }, [uploads])
}

/** The evidence of the page; null where a page shows none. */
export const useEvidence = (): EvidenceOfPage | null => useContext(EvidenceContext)

/** What stands in one place. */
export function useEvidenceOf(place: EvidenceTarget): readonly Evidence[] {
  const page = useEvidence()
  return (page?.evidence ?? []).filter((each) => purposeOf(each) === purposeOf(place))
}

/** Uploads on their way to one place, and how to add to them. */
export function useUploadsTo(
  uploads: Uploads,
  place: EvidenceTarget,
): { items: readonly UploadItem[]; add: (files: readonly File[]) => void } {
  const all = useUploadItems(uploads)
  const purpose = purposeOf(place)
  return {
    items: all.filter((item) => item.purpose === purpose),
    add: (files) => {
      uploads.add(files, purpose)
    },
  }
}

const NONE: readonly UploadItem[] = []

/** Everything on its way. */
export const useUploadItems = (uploads: Uploads): readonly UploadItem[] =>
  useSyncExternalStore(uploads.subscribe, uploads.items, () => NONE)
