import type { Metadata } from 'next'
import { FileTable } from '@/components/evidence/file-table'
import { LibraryFilter } from '@/components/evidence/library-filter'
import { LibraryUploads } from '@/components/evidence/library-uploads'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { arrangeFiles, readFileQuestion } from '@/lib/evidence/arrange-files'
import { readLibrary } from '@/lib/evidence/read-library'
import { cityName, formatDateTime, words } from '@/lib/i18n'
import { formatBytes } from '@/lib/i18n/format-bytes'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).evidence.title }
}

/** The files of a city: every one it has ever uploaded, where each stands, and how much room there is. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const { city: code } = await params
  const permit = await pagePermit('draft.read', code)
  const library = await orNotFound(readLibrary(permit))
  const asked = readFileQuestion(await searchParams)
  const files = arrangeFiles(library.files, asked)
  const locale = await currentLocale()
  const { evidence: said, common } = words(locale)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: common.nav.desk, href: `/cities/${code}/desk` }, { label: said.title }]}
      />
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, library.city)}</Fact>
            <Fact name={said.quotaName}>
              {said.quota(formatBytes(library.usedBytes), formatBytes(library.allowedBytes))}
            </Fact>
          </>
        }
      />
      {mayEver(permit.actor, 'report.prepare') && (
        <Panel title={said.upload} className="print:hidden">
          <LibraryUploads city={code} />
          {library.uploads.length > 0 && (
            <>
              <h3 className="text-sm font-semibold">{said.unfinished}</h3>
              <p className="text-sm text-muted">{said.unfinishedHint}</p>
              <ul className="text-sm">
                {library.uploads.map((upload) => (
                  <li key={upload.id}>
                    {upload.name}{' '}
                    <span className="text-muted">
                      {said.progress(formatBytes(upload.received), formatBytes(upload.bytes))}{' '}
                      {said.unfinishedBy(upload.begunByName)} {formatDateTime(locale, upload.seenAt)}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Panel>
      )}
      <Panel title={said.shown(files.length)}>
        <LibraryFilter locale={locale} action={`/cities/${code}/evidence`} asked={asked} />
        {files.length > 0 ? (
          <FileTable locale={locale} city={code} files={files} />
        ) : library.files.length === 0 ? (
          <EmptyState title={said.empty} next={said.emptyNext} />
        ) : (
          <EmptyState title={said.noMatch} next={said.noMatchNext} />
        )}
      </Panel>
    </>
  )
}
