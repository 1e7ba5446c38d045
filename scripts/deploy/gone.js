// A service worker for a site that has been taken away: removes what browsers keep of it, and itself.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) =>
	event.waitUntil(
		caches
			.keys()
			.then((names) => names.filter((name) => name.startsWith(`fulcrum ${self.registration.scope} `)))
			.then((names) => Promise.all(names.map((name) => caches.delete(name))))
			.then(() => self.registration.unregister()),
	),
);
