// The library is loaded: elements are made as ever.
delete document.createElement;
