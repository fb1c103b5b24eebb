import { cspMeta } from './csp.mjs';

/**
 * Puts the policy into the built index.html. Not while developing: Vite's own client is inline.
 * @returns {import('vite').Plugin}
 */
export function cspPlugin() {
  return {
    name: 'peerlane-csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: cspMeta },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
