// The site's content security policy. Everything it loads comes with it; nothing is inline, and
// nothing is fetched from elsewhere: what a user imports stays on their machine.

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:", // pictures drawn for export
  'font-src': "'self'",
  'connect-src': "'self'", // the service worker and the lazily loaded tables
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** For the page's own <meta>, so that it holds on any static host. */
export const cspMeta = Object.entries(policy)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

/** For a server that can send headers: who may frame the page cannot be said in a <meta>. */
export const cspHeader = `${cspMeta}; frame-ancestors 'self'`;
