import { Banner } from './banner'

/**
 * What a browser before Chromium 103 is told: parts of the portal do not work in it. Its script is written so that every
 * browser can read it; where scripts are read no more, nothing is said.
 */
export function TooOld({
  said: { title, text },
  nonce,
}: {
  said: { readonly title: string; readonly text: string }
  nonce: string | undefined
}) {
  return (
    <>
      <div id={ID} hidden role="alert" suppressHydrationWarning>
        <Banner tone="danger" title={title}>
          {text}
        </Banner>
      </div>
      <script
        // A browser hides the nonce from scripts, so that React finds another one than it rendered.
        suppressHydrationWarning
        nonce={nonce}
        dangerouslySetInnerHTML={{ __html: TELLING }}
      />
    </>
  )
}

const ID = 'browser-too-old'
const TELLING = `if (!(window.AbortSignal && AbortSignal.timeout)) document.getElementById('${ID}').removeAttribute('hidden')`
