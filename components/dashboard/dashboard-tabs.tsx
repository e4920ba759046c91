import { Tabs } from '@/components/ui/tabs'
import { words } from '@/lib/i18n'
import type { Locale, Quarter } from '@/lib/values'

/** The three views of the nation; the quarter goes along. */
export function DashboardTabs({
  current,
  asOf,
  locale,
}: {
  current: 'matrix' | 'nation' | 'changes'
  asOf: Quarter | null
  locale: Locale
}) {
  const { tabs } = words(locale).overview
  const query = asOf === null ? '' : `?asOf=${asOf}`
  return (
    <Tabs
      label={tabs.label}
      items={[
        { href: `/dashboard${query}`, label: tabs.matrix, current: current === 'matrix' },
        { href: `/dashboard/overview${query}`, label: tabs.nation, current: current === 'nation' },
        { href: '/dashboard/changes', label: tabs.changes, current: current === 'changes' },
      ]}
    />
  )
}
