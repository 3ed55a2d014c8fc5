# syntax=docker/dockerfile:1
# The bot in one image; ROLE says what a container does. Read deploy/install.md for how it is run.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY locales ./locales
# Compiles, and trains the classifier on the content in locales/. Then away with what only runs TypeScript.
RUN npm run build && npm prune --omit=dev \
  && rm -rf node_modules/typescript node_modules/@typescript node_modules/tsx node_modules/esbuild node_modules/@esbuild

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
# The only folder that the program writes to, beside BACKUP_DIR.
RUN install -d -o node -g node -m 700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/locales ./locales
COPY --from=build /app/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
# Says that the process answers; /readyz says whether its database and queue do too.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
