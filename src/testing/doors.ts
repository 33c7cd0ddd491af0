import type { Route } from './routes.ts'

/** What everybody may ask, signed in or not, with why. */
export const OPEN: ReadonlySet<string> = new Set([
  // The description of the interface holds no data.
  'GET /api/openapi.json',
  // The names to choose from before signing in; accounts of a made-up college; signing in.
  'GET /api/colleges',
  'GET /api/demo',
  'POST /api/session',
  'POST /api/session/passkey',
  'POST /api/session/passkey/options',
  // Numbers of the credit bank without anybody's name, and the description of its interface.
  'GET /api/credit-bank/public/statistics',
  'GET /api/credit-bank/v1/openapi.json',
  // Whether a learner is signed in at their own door: nothing when none is.
  'GET /api/credit-bank/self/session',
  // For the machine that watches over the program; /metrics has a lock of its own (src/server/operate.test.ts).
  'GET /health',
  'GET /ready',
  'GET /metrics',
  // Which editions the learning record store speaks.
  'GET /xapi/about',
  'GET /xapi/v1/about',
  // Where a unit of courseware fetches its key, once: cmi5 wants 200 and a number of the error, whatever is asked.
  'POST /xapi/cmi5/fetch/:ticket',
  // What was published.
  'GET /public',
  'GET /public/',
  'GET /public/:college/:report/:period',
  'GET /public/:college/:report/:period/',
  'GET /public/:college/:report/:period/:file',
])

/**
 * For everybody, by the addresses of outside standards: frameworks that were adopted; the keys, lists and proofs by which
 * a badge is checked, whose address only its owner hands on.
 */
export const PUBLIC =
  /^(?:\/colleges\/:college)?\/ims\/case\/|^\/colleges\/:college\/(?:credentials|did\.json|status)|^\/api\/verify\b/
export const isOpen = ({ method, url }: Route) => OPEN.has(`${method} ${url}`) || PUBLIC.test(url)

/** Doors for other programs and for learners: each has keys or sessions of its own, which a session of ours is not. */
export const OWN_DOOR = /^\/xapi\/|^\/api\/credit-bank\/(?:self|v1|oauth)\/|^\/api\/badges\/self\b/

/** Read by pages of other sites, too: programs in browsers and sandboxed courseware show a key, no cookie opens anything. */
export const TO_OTHER_SITES = /^\/xapi\//
