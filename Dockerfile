# The newest LTS, as in .node-version.
ARG NODE_VERSION=24

# Temporal's worker is native code for glibc: an Alpine base can't run it.
FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-update-notifier
COPY . .
RUN npm run --silent build
# Of the native worker's five platforms only the one of this image stays.
RUN npm prune --omit=dev --no-update-notifier \
 && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 \
      ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -r {} + \
 && find node_modules -name '*.map' -delete

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production \
    NODE_OPTIONS=--enable-source-maps \
    TZ=UTC \
    CROSSDOCK_CONFIG=/etc/crossdock/crossdock.yaml
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 8080
# The image has neither curl nor wget.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/cli/main.js", "worker", "--http", "8080"]
