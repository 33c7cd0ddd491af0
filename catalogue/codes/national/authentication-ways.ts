import { defineCodes } from '../../../src/language/codes.ts'

export const authenticationWays = defineCodes({
  name: 'authentication-ways',
  label: { zh: '系统认证方式', en: 'Way of authentication' },
  officialName: 'XTRZFSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    oauth2: { zh: 'OAuth2.0认证', en: 'OAuth 2.0' },
    token: { zh: 'Token认证', en: 'Token' },
    cas: { zh: 'CAS认证', en: 'CAS' },
    saml2: { zh: 'SAML2.0', en: 'SAML 2.0' },
    'openid-connect': { zh: 'OpenID Connect（OIDC）', en: 'OpenID Connect' },
  },
  official: {
    oauth2: '1',
    token: '2',
    cas: '3',
    saml2: '4',
    'openid-connect': '5',
  },
})
