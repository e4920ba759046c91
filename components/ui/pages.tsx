import Link from 'next/link'

/** The way to the page before and after, of a list that is longer than one. */
export function Pages({
  label,
  where,
  earlier,
  later,
}: {
  /** Names the list of pages for those who do not see it. */
  label: string
  /** Which page of how many, in words. */
  where: string
  /** Null at the beginning. */
  earlier: { readonly href: string; readonly label: string } | null
  /** Null at the end. */
  later: { readonly href: string; readonly label: string } | null
}) {
  return (
    <nav aria-label={label} className="my-2 flex flex-wrap items-center gap-x-4 print:hidden">
      {earlier !== null && (
        <Link href={earlier.href} prefetch={false}>
          {earlier.label}
        </Link>
      )}
      <span>{where}</span>
      {later !== null && (
        <Link href={later.href} prefetch={false}>
          {later.label}
        </Link>
      )}
    </nav>
  )
}
