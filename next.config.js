/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  compress: true,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'pg', '@node-rs/argon2', 'twilio', 'pdfmake'],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'same-origin' },
        { key: 'x-frame-options', value: 'DENY' },
        { key: 'cross-origin-opener-policy', value: 'same-origin' },
        { key: 'permissions-policy', value: 'camera=(), geolocation=(), payment=()' },
      ],
    },
    {
      source: '/api/:path*',
      headers: [{ key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
  turbopack: {
    // The console formats messages that were parsed when it was built; the shell's commands parse theirs themselves.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
    rules: {
      '*.json': {
        condition: { path: /lib\/i18n\/messages\/.+\.json$/ },
        loaders: ['./scripts/compile-messages.mjs'],
        type: 'json',
      },
    },
  },
  // Without a connection Next would leave the page, and all that is typed in it, for the browser's own error page.
  experimental: { useOffline: true },
  // `npm run check` and `npm test` check the types; a first start need not wait for it.
  typescript: { tsconfigPath: './tsconfig.json', ignoreBuildErrors: true },
};

export default config;
