/** Ticks all tickets of the list, or none, without loading the page anew. */
document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-tick]');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  for (const box of link.closest('form').querySelectorAll('.tick input'))
    box.checked = link.dataset.tick === 'all';
});
