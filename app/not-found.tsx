import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'

/** What does not exist and what is not yours look the same. */
export default async function NotFound() {
  const { notFound } = words(await currentLocale()).common
  return (
    <>
      <h1 className="sr-only">{notFound.title}</h1>
      <EmptyState
        title={notFound.title}
        next={notFound.text}
        action={
          <LinkButton href="/" variant="primary">
            {notFound.home}
          </LinkButton>
        }
      />
    </>
  )
}
