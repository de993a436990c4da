// A real OpenID Connect provider on loopback for the tests of sign-in: everybody who comes is signed in as
// exercise-0001. Writes its issuer on one line when it listens, on a port of its own, and ends with its standard
// input. `GET /lie/WHAT` makes the identity tokens from then on false in one point (see `lies`), or with
// `discovery` what it says of itself; `GET /lie/truth` ends that.

import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const CLIENT = {
    id: 'comity',
    secret: 'exercise-secret-of-the-tests',
    redirects: ['http://localhost:9/sign-in/provider', 'http://localhost:9/en/sign-in/return'],
};

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const [ours, another] = ['ours', 'another'].map((kid) => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return { kid, privateKey, jwk: { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } };
});

const provider = new Provider(issuer, {
    clients: [{
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: CLIENT.redirects,
        grant_types: ['authorization_code'],
        response_types: ['code'],
    }],
    jwks: { keys: [ours.jwk] },
    cookies: { keys: ['exercise'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, email: 'exercise@example.org' }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Interaction: 300, Session: 300, Grant: 300 },
});

let lie = 'truth';

const encode = (object) => Buffer.from(JSON.stringify(object)).toString('base64url');

function token(claims, key = ours, alg = 'RS256') {
    const input = `${encode({ alg, kid: key.kid, typ: 'JWT' })}.${encode(claims)}`;
    if (alg === 'none') return `${input}.`;
    const signature = alg === 'HS256'
        ? createHmac('sha256', CLIENT.secret).update(input).digest()
        : createSign('RSA-SHA256').update(input).sign(key.privateKey);
    return `${input}.${signature.toString('base64url')}`;
}

const lies = {
    nonce: (claims) => token({ ...claims, nonce: 'another' }),
    issuer: (claims) => token({ ...claims, iss: 'https://sign-in.example.org' }),
    audience: (claims) => token({ ...claims, aud: 'another' }),
    audiences: (claims) => token({ ...claims, aud: [claims.aud, 'another'] }),
    key: (claims) => token(claims, { ...another, kid: ours.kid }),
    none: (claims) => token(claims, ours, 'none'),
    shared: (claims) => token(claims, ours, 'HS256'),
    ahead: (claims) => token({ ...claims, iat: claims.iat + 100 }),
    behind: (claims) => token({ ...claims, iat: claims.iat - 100 }),
    'a-little-ahead': (claims) => token({ ...claims, iat: claims.iat + 25 }),
    over: (claims) => token({ ...claims, exp: claims.iat - 40 }),
    'old-proof': (claims) => token({ ...claims, auth_time: claims.iat - 3600 }),
};

provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === '/token' && ctx.body?.id_token && lies[lie]) {
        const claims = JSON.parse(Buffer.from(ctx.body.id_token.split('.')[1], 'base64url').toString());
        ctx.body = { ...ctx.body, id_token: lies[lie](claims) };
    }
    if (ctx.path === '/.well-known/openid-configuration' && lie === 'discovery') {
        ctx.body = { ...ctx.body, issuer: 'https://sign-in.example.org' };
    }
});

async function interaction(request, response) {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    let result;
    if (prompt.name === 'login') {
        result = { login: { accountId: 'exercise-0001' } };
    } else {
        const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
        grant.addOIDCScope('openid');
        result = { consent: { grantId: await grant.save() } };
    }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

const answer = provider.callback();
server.on('request', (request, response) => {
    if (request.url.startsWith('/lie/')) {
        lie = request.url.slice('/lie/'.length);
        response.end('so be it');
    } else if (request.url.startsWith('/interaction/')) {
        interaction(request, response).catch((error) => {
            response.statusCode = 500;
            response.end(String(error));
        });
    } else {
        answer(request, response);
    }
});

console.log(issuer);
process.stdin.on('end', () => process.exit(0)).resume();
