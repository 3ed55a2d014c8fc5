/** Kept between test runs, so that the tests train the classifier only once. `learn-first.js` fills it. */
export const modelFolder = 'node_modules/.cache/cau-noi/classifier';
