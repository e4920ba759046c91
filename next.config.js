/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // Native addons and drivers stay outside of the bundle.
  serverExternalPackages: ['pg', '@node-rs/argon2'],
  images: { unoptimized: true },
  // `npm test` and `npm start` may both hold a build.
  distDir: process.env.CHENGJI_DIST_DIR ?? '.next',
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
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
