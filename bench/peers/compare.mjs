import { readFileSync } from 'node:fs';

/**
 * Runs one library on the data from `bench/understand.ts`: { train: [{text, intent}], test: [{text, intent,
 * topic}], topics: {intent: topic} } → one line of JSON with its correct answers and times.
 */

const [library, file] = process.argv.slice(2);
const { train, test, topics } = JSON.parse(readFileSync(file, 'utf8'));

const libraries = {
  async 'node-nlp'() {
    const { dockStart } = await import('@nlpjs/basic');
    const dock = await dockStart({ settings: { nlp: { autoSave: false, log: false, nlu: { log: false, iterations: 30 } } }, use: ['Basic'] });
    const nlp = dock.get('nlp');
    nlp.addLanguage('vi');
    for (const { text, intent } of train) nlp.addDocument('vi', text, intent);
    await nlp.train();
    return async (text) => (await nlp.process('vi', text)).intent;
  },
  async natural() {
    const { default: natural } = await import('natural');
    const tokenizer = { tokenize: (text) => text.split(' ') };
    const plain = { tokenizeAndStem: (text) => tokenizer.tokenize(text) };
    const classifier = new natural.BayesClassifier(plain);
    for (const { text, intent } of train) classifier.addDocument(text, intent);
    classifier.train();
    return (text) => classifier.classify(text);
  },
  async bayes() {
    const { default: createBayes } = await import('bayes');
    const bayes = createBayes({ tokenizer: (text) => text.split(' ') });
    for (const { text, intent } of train) await bayes.learn(text, intent);
    return (text) => bayes.categorize(text);
  },
};

const startedAt = performance.now();
const classify = await libraries[library]();
const trainMs = performance.now() - startedAt;
let intentRight = 0;
let topicRight = 0;
const times = [];
for (const { text, intent, topic } of test) {
  const askedAt = performance.now();
  const found = await classify(text);
  times.push(performance.now() - askedAt);
  if (found === intent) intentRight += 1;
  if (topics[found] === topic) topicRight += 1;
}
times.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    library,
    trainMs,
    intent: intentRight / test.length,
    topic: topicRight / test.length,
    p50Us: times[Math.floor(times.length / 2)] * 1000,
    p99Us: times[Math.floor(times.length * 0.99)] * 1000,
  }),
);
process.exit(0);
