import { connect } from './live-stream.js';
import { mountPanel } from './panel/panel.js';
import { mountPhone } from './phone.js';
import { createPlatformStore } from './platform-store.js';
import { createRoute } from './route.js';

const store = createPlatformStore();
const route = createRoute();
await connect(store);
mountPhone(document.getElementById('phone'), { store, route });
mountPanel(document.getElementById('panel'), { store, route });
