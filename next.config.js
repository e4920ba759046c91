/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // Native addons and drivers stay outside of the bundle.
  serverExternalPackages: ['pg', 'pg-boss', 'nodemailer', 'chinese-days', '@node-rs/argon2'],
  // What sets a PDF runs in a process of its own: nothing imports it, so its files are named here, once for all pages.
  outputFileTracingIncludes: {
    '/cities/*/export/paper': [
      './lib/documents/typeset/*',
      './node_modules/@myriaddreamin/**/*',
      './node_modules/@expo-google-fonts/noto-{sans,serif}-sc/{400Regular,700Bold}/*.ttf',
    ],
  },
  images: { unoptimized: true },
  // A lock file in a folder above must not be taken for the root.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // `npm run check` checks types, tests included; a start on somebody's machine need not.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    serverActions: { bodySizeLimit: '2mb' },
    // In development, edited modules of lib/ kept running in their old form.
    turbopackServerFastRefresh: false,
  },
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
    ]),
}

export default config
