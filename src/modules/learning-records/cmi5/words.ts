/** Addresses that cmi5 gives (sections 9.3, 9.5.5 and 9.6). */

const ADL = 'http://adlnet.gov/expapi/verbs'
const CMI5_VERBS = 'https://w3id.org/xapi/adl/verbs'

/** Verbs that a unit sends, in cmi5's own statements. */
export const UNIT_VERBS = {
  [`${ADL}/initialized`]: 'initialized',
  [`${ADL}/completed`]: 'completed',
  [`${ADL}/passed`]: 'passed',
  [`${ADL}/failed`]: 'failed',
  [`${ADL}/terminated`]: 'terminated',
} as const
export type UnitVerb = (typeof UNIT_VERBS)[keyof typeof UNIT_VERBS]

/** Verbs that only the platform says. */
export const PLATFORM_VERBS = {
  launched: `${ADL}/launched`,
  abandoned: `${CMI5_VERBS}/abandoned`,
  waived: `${CMI5_VERBS}/waived`,
  satisfied: `${CMI5_VERBS}/satisfied`,
} as const
export type PlatformVerb = keyof typeof PLATFORM_VERBS

export const CATEGORY = {
  cmi5: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  moveOn: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
} as const

const CONTEXT = 'https://w3id.org/xapi/cmi5/context/extensions'
export const EXTENSION = {
  session: `${CONTEXT}/sessionid`,
  masteryScore: `${CONTEXT}/masteryscore`,
  launchMode: `${CONTEXT}/launchmode`,
  launchUrl: `${CONTEXT}/launchurl`,
  launchParameters: `${CONTEXT}/launchparameters`,
  moveOn: `${CONTEXT}/moveon`,
  reason: 'https://w3id.org/xapi/cmi5/result/extensions/reason',
} as const

export const BLOCK_TYPE = 'https://w3id.org/xapi/cmi5/activitytype/block'
export const COURSE_TYPE = 'https://w3id.org/xapi/cmi5/activitytype/course'

/** The documents of cmi5 (sections 10 and 11). */
export const LAUNCH_DATA = 'LMS.LaunchData'
export const PREFERENCES = 'cmi5LearnerPreferences'
