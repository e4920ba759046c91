import { words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'

/** Said while a page is being made. */
export default async function Loading() {
  return (
    <p role="status" className="py-8 text-center text-muted">
      {words(await currentLocale()).common.loading}
    </p>
  )
}
