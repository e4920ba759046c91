import Link from 'next/link'
import { useWords } from '@/components/ui/locale-provider'
import { formatNumber } from '@/lib/i18n/format'
import { entry } from '@/lib/i18n/words/entry'

/** The way to the register of a result that people judge, and how many rows it has. */
export function RegisterLink({
  name,
  register,
  rows,
}: {
  name: string
  /** The address of the register. */
  register: string
  rows: number
}) {
  const said = useWords(entry).count
  return (
    <span className="text-sm">
      <Link href={register} aria-label={said.openOf(name)}>
        {said.open}
      </Link>{' '}
      {rows > 0 && <span className="text-muted">{said.rows(formatNumber(String(rows)))}</span>}
    </span>
  )
}
