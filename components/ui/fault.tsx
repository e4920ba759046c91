import { Banner } from './banner'
import { Button } from './button'

/** Something of ours failed: what that means for the person, and the number by which we find it. */
export function Fault({
  words,
  retry,
  digest,
  onRetry,
}: {
  words: {
    readonly title: string
    readonly text: string
    readonly noReference: string
    readonly reference: (digest: string) => string
  }
  retry: string
  digest: string | undefined
  onRetry: () => void
}) {
  return (
    <div className="py-8">
      <h1 className="mb-2 text-2xl">{words.title}</h1>
      <Banner tone="danger" live>
        <p>{words.text}</p>
        <p className="text-muted">{digest === undefined ? words.noReference : words.reference(digest)}</p>
      </Banner>
      <Button variant="primary" onClick={onRetry}>
        {retry}
      </Button>
    </div>
  )
}
