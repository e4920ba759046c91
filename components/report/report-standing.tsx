import { Banner } from '@/components/ui/banner'
import { formatDateTime, words } from '@/lib/i18n'
import type { Role } from '@/lib/access/roles'
import type { Draft } from '@/lib/reporting/read-draft'
import type { Locale } from '@/lib/values'

/** Why a report cannot be edited, and what is possible instead; nothing where it can be. */
export function ReportStanding({ draft, role, locale }: { draft: Draft; role: Role; locale: Locale }) {
  if (draft.scope !== 'none') return null
  return (
    <Banner tone="info">
      <p>{sentence(draft, role, locale)}</p>
    </Banner>
  )
}

function sentence({ status, events, window, now, versions }: Draft, role: Role, locale: Locale): string {
  const said = words(locale).desk.report.readOnly
  const when = (at: Date | null | undefined): string => (at == null ? '' : formatDateTime(locale, at))
  switch (status) {
    case 'certified': {
      const signed = events.findLast(({ kind }) => kind === 'certified')
      return said.certified(signed?.actorName ?? '', when(signed?.at))
    }
    case 'submitted':
      return said.submitted(when(versions.at(-1)?.submittedAt))
    case 'forwarded':
      return said.forwarded
    case 'accepted':
      return said.accepted(when(events.findLast(({ kind }) => kind === 'accepted')?.at))
    case 'open':
    case 'draft':
    case 'returned':
      if (now < window.opensAt) return said.notOpen(when(window.opensAt))
      if (role === 'city_certifier') return said.certifier
      if (window.lockedAfter !== null && now > window.lockedAfter)
        return said.locked(when(window.lockedAfter))
      return said.reader
  }
}
