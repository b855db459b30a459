/** For command lines: ends quietly once whoever reads the output, such as `head`, has read enough. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
